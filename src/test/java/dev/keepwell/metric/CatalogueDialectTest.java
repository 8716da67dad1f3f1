package dev.keepwell.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.warehouse.Dialect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The catalogue is one text for every engine, and says nothing that they read differently.
class CatalogueDialectTest {

    @Test
    void every_query_of_the_catalogue_is_read_alike_by_every_engine() throws IOException {
        var slips = new ArrayList<String>();
        int files = 0;
        for (var folder : new String[] {"facts", "metrics", "conditions"}) {
            var pattern = "classpath*:catalog/%s/**/*.sql".formatted(folder);
            for (var file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                files++;
                for (var it : Dialect.slips(file.getContentAsString(StandardCharsets.UTF_8))) {
                    slips.add("%s:%d  %s".formatted(file.getFilename(), it.line(), it.said()));
                }
            }
        }
        assertThat(slips).isEmpty();
        assertThat(files).isGreaterThan(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "select 7.5::int                                | cast(x as type)",
                "select \"from\" from hold                      | hold.from",
                "select a / b from t                            | divided(a, b)",
                "select a // b from t                           | whole(a, b)",
                "select ['a', 'b']                              | (values ('a'), ('b'))",
                "select count(*) filter (where a) from t        | count(case when",
                "select a from t qualify row_number() over w = 1 | place = 1",
                "select unnest(xs) from t                       | 'unnest'",
                "select arg_max(a, b) from t                    | max_by(what, rank)",
                "select string_agg(a, ';') from t               | joined(array_agg(text))",
                "select power(a, 2) from t                      | raised(base, exponent)",
                "select avg(a) from t                           | divided(sum(x), count(x))",
                "select cast(null as varchar)                   | Take string,",
                "select date_trunc('month', a) from t           | day_number(date)",
                "select dayofweek(a) from t                     | 0 on a Monday",
                "select due_on - paid_on from t                 | day_number of both",
                "select cast(a.score as integer) from t         | cast(floor(x) as integer)",
                "select cast(divided(a, b) as decimal(38, 12))  | rounded(x)",
                "select sum(divided(a, b)) from t               | sum(rounded(x))",
                "select * from (values ('', late_days())) as l(a, b) | plain values",
            })
    void what_engines_read_differently_is_told_with_what_would_mend_it(String sql, String repair) {
        assertThat(Dialect.slips("select 1\n" + sql))
                .singleElement()
                .satisfies(it -> assertThat(it.line()).isEqualTo(2))
                .satisfies(it -> assertThat(it.said()).contains(repair));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 'a / b', 'it''s \"quoted\"' -- 7 / 2 and x::int",
                "/* avg(a) */ select cast(sum(a) as bigint), cast(floor(a) as integer) from t",
                "select rounded(divided(a, b)), sum(rounded(divided(a, b))) from t",
                "select * from (values ('', 0), ('mean', 1)) as line(component, weight)",
            })
    void what_all_read_alike_is_left_alone(String sql) {
        assertThat(Dialect.slips(sql)).isEmpty();
    }
}
