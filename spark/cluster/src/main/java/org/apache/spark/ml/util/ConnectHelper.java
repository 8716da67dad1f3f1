package org.apache.spark.ml.util;

import org.apache.spark.sql.SparkSession;

/// The Connect server names this class of Spark's machine learning when a session ends, and Maven
/// Central does not have that artefact. A downloaded Spark does, and needs no stand-in.
public class ConnectHelper {

    public ConnectHelper(SparkSession session) {}
}
