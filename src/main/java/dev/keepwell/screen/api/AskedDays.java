package dev.keepwell.screen.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/// Which days and moments a request may name: those that a calendar on a wall could show. Java
/// counts to the year 999999999, and neither databases nor sums over days follow it there.
@Configuration(proxyBeanMethods = false)
class AskedDays implements WebMvcConfigurer {

    private static final int YEAR_MIN = 1900;
    private static final int YEAR_MAX = 9999;

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addFormatterForFieldType(
                LocalDate.class, (it, _) -> it.toString(), (text, _) -> day(text));
        registry.addFormatterForFieldType(
                Instant.class, (it, _) -> it.toString(), (text, _) -> moment(text));
    }

    @Bean
    JacksonModule boundedDays() {
        return new SimpleModule("days").addDeserializer(LocalDate.class, new DayOfBody());
    }

    static LocalDate day(String text) {
        var day = LocalDate.parse(text);
        checkYear(day.getYear());
        return day;
    }

    static Instant moment(String text) {
        var moment = OffsetDateTime.parse(text);
        checkYear(moment.withOffsetSameInstant(ZoneOffset.UTC).getYear());
        return moment.toInstant();
    }

    private static void checkYear(int year) {
        if (year < YEAR_MIN || year > YEAR_MAX) {
            throw new DateTimeException("A year is from %d to %d.".formatted(YEAR_MIN, YEAR_MAX));
        }
    }

    private static final class DayOfBody extends StdDeserializer<LocalDate> {

        DayOfBody() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) {
            var text = parser.getString();
            try {
                return day(text);
            } catch (DateTimeException e) {
                throw context.weirdStringException(
                        text, LocalDate.class, "a day is written 2025-03-31, from 1900 to 9999");
            }
        }
    }
}
