package dev.keepwell.postgres;

import java.sql.Connection;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One open transaction: explicit SQL through `sql`, bulk copies through `connection`.
public record Session(JdbcClient sql, Connection connection) {}
