package dev.keepwell.source.event;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// A way in that does all that the door does and writes nothing down: what the door is measured
/// against.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("keepwell.test.parse-only")
class ParseOnly {

    @Bean
    ServletRegistrationBean<HttpServlet> parseOnlyServlet() {
        return new ServletRegistrationBean<>(new Servlet(), "/v1/parse-only");
    }

    private static final class Servlet extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            var body = Unpacking.unpacked(request.getInputStream().readAllBytes());
            var read = Body.of(body, Route.BATCH);
            var rejected = Door.rejected(read);
            response.setContentType("application/json");
            response.getOutputStream()
                    .write(
                            "{\"accepted\":%d,\"rejected\":[]}"
                                    .formatted(read.events().size() - rejected.size())
                                    .getBytes(StandardCharsets.UTF_8));
        }
    }
}
