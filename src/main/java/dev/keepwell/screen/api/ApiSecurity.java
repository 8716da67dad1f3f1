package dev.keepwell.screen.api;

import jakarta.servlet.DispatcherType;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// Holds every request against the [Policy]: without a token or a session only what is open, with
/// one what its scopes say.
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    /// Where events and webhooks come in: no cookie counts there, and any page may send events.
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain doorFilters(HttpSecurity http) {
        return http.securityMatcher("/v1/**", "/batch", "/batch/", "/webhooks/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(it ->
                        it.crossOriginResourcePolicy(
                                x -> x.policy(CrossOriginResourcePolicy.CROSS_ORIGIN)))
                .authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .build();
    }

    @Bean
    SecurityFilterChain apiFilters(HttpSecurity http, Callers callers) {
        return http.csrf(it ->
                        it.csrfTokenRepository(new CookieCsrfTokenRepository())
                                // Each request proves anew who calls. If each made another token,
                                // a page would lose its own with the first part it fetches.
                                .sessionAuthenticationStrategy(
                                        new NullAuthenticatedSessionStrategy())
                                .requireCsrfProtectionMatcher(Forgery::isPossible))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(ApiSecurity::hardened)
                .addFilterBefore(new TokenFilter(callers), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(it ->
                        it.dispatcherTypeMatchers(DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, Policy.FILES)
                                .permitAll()
                                .anyRequest()
                                .access(ApiSecurity::decide))
                .exceptionHandling(it ->
                        it.authenticationEntryPoint(Refusals::unknown)
                                .accessDeniedHandler(Refusals::denied))
                .build();
    }

    /// An external id may hold a slash, which then comes encoded; the path patterns decode it after
    /// they have split the path, so it cannot reach another route.
    @Bean
    StrictHttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowUrlEncodedSlash(true);
        return firewall;
    }

    private static void hardened(HeadersConfigurer<HttpSecurity> headers) {
        // Spring Security adds nosniff, no-store and, over TLS, HSTS by itself.
        headers.addHeaderWriter(ContentPolicy::write)
                .referrerPolicy(it -> it.policy(ReferrerPolicy.NO_REFERRER))
                .crossOriginOpenerPolicy(it -> it.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(it -> it.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }

    private static AuthorizationDecision decide(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
        var request = context.getRequest();
        var caller = caller(who.get());
        var allowed =
                Policy.route(request.getMethod(), request.getRequestURI())
                        .map(it -> may(caller, it.permission()))
                        // Nothing answers there; whoever has a token may hear so.
                        .orElse(caller != null);
        return new AuthorizationDecision(allowed);
    }

    private static boolean may(@Nullable Caller caller, Route.Permission permission) {
        return switch (permission) {
            // The door looks for the key where senders put it.
            case Route.Permission.Open(), Route.Permission.Sends(), Route.Permission.Signs() ->
                    true;
            case Route.Permission.SignedIn() -> caller != null;
            case Route.Permission.Needs(var scope) -> caller != null && caller.may(scope);
        };
    }

    private static @Nullable Caller caller(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? caller
                : null;
    }
}
