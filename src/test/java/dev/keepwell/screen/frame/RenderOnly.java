package dev.keepwell.screen.frame;

import dev.keepwell.screen.accounts.FixedPage;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// A way in that renders the page of all accounts and asks no database: what the real page is
/// measured against.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("keepwell.test.render-only")
class RenderOnly {

    @Bean
    ServletRegistrationBean<HttpServlet> renderOnlyServlet(
            TemplateEngine templates, Frames frames, FixedPage page) {
        return new ServletRegistrationBean<>(
                new Servlet(templates, frames, page), "/v1/render-only");
    }

    private static final class Servlet extends HttpServlet {

        private static final long serialVersionUID = 1L;

        private final transient TemplateEngine templates;
        private final transient Frames frames;
        private final transient FixedPage page;

        Servlet(TemplateEngine templates, Frames frames, FixedPage page) {
            this.templates = templates;
            this.frames = frames;
            this.page = page;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            var output = new StringOutput();
            templates.render(
                    "accounts/page.jte",
                    Map.of("frame", frames.of(request), "page", page.get()),
                    output);
            response.setContentType("text/html;charset=UTF-8");
            response.getOutputStream().write(output.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
