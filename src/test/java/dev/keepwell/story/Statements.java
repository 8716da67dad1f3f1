package dev.keepwell.story;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/// Listens to what is sent to the database while requests are answered.
///
/// Only threads of the web server are heard: jobs go on meanwhile and are not meant.
final class Statements implements BeanPostProcessor {

    private static final String ANSWERING = "tomcat-handler";
    private static final Queue<String> HEARD = new ConcurrentLinkedQueue<>();

    /// The statements that answering takes, in their order. One test asks at a time.
    static List<String> during(Runnable asking) {
        HEARD.clear();
        asking.run();
        return List.copyOf(HEARD);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource ? heard(DataSource.class, bean, "") : bean;
    }

    /// The same thing, and all that it hands out is heard too.
    private static <T> T heard(Class<T> type, Object real, String sql) {
        InvocationHandler hears =
                (_, method, arguments) -> {
                    var said = said(method, arguments, sql);
                    if (method.getName().startsWith("execute")
                            && Thread.currentThread().getName().startsWith(ANSWERING)) {
                        HEARD.add(said);
                    }
                    return handed(method, call(real, method, arguments), said);
                };
        return type.cast(
                Proxy.newProxyInstance(
                        Statements.class.getClassLoader(), new Class<?>[] {type}, hears));
    }

    private static String said(Method method, Object[] arguments, String sql) {
        return arguments != null && arguments.length > 0 && arguments[0] instanceof String text
                ? text
                : method.getName().equals("createStatement") ? "" : sql;
    }

    private static Object handed(Method method, Object result, String sql) {
        var type = method.getReturnType();
        var isHeard = type == Connection.class || Statement.class.isAssignableFrom(type);
        return isHeard && result != null && !method.getName().equals("unwrap")
                ? heard(type, result, sql)
                : result;
    }

    private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
