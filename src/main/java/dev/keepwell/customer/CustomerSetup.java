package dev.keepwell.customer;

import dev.keepwell.job.Jobs;
import dev.keepwell.lake.Compaction;
import dev.keepwell.lake.Lake;
import dev.keepwell.postgres.Database;
import dev.keepwell.source.Imports;
import dev.keepwell.source.Undos;
import dev.keepwell.workspace.Workspaces;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CustomerSetup {

    @Bean
    RecordTables recordTables() {
        return RecordTables.packaged();
    }

    @Bean
    Intake intake(
            Database database,
            Imports imports,
            RecordTables tables,
            Lake lake,
            Workspaces workspaces,
            Clock clock) {
        return new Intake(database, imports, tables, lake, workspaces::conventionsOf, clock);
    }

    @Bean
    ImportWork importWork(Intake intake) {
        return new ImportWork(intake);
    }

    @Bean
    Trials trials(
            Database database,
            Imports imports,
            Intake intake,
            RecordTables tables,
            ObjectProvider<Foresight> foresight,
            Clock clock) {
        var trying = new Trying(database, intake, tables, foresight::getIfAvailable);
        return new Trials(database, imports, trying, clock);
    }

    @Bean
    EventKeeping eventKeeping(Lake lake, Compaction compaction, Workspaces workspaces) {
        return new EventKeeping(lake, compaction, workspaces::conventionsOf);
    }

    @Bean
    DeliveredRows deliveredRows(RecordTables tables, Workspaces workspaces) {
        return new DeliveredRows(tables, workspaces::conventionsOf);
    }

    @Bean
    EventRebuild eventRebuild(Lake lake) {
        return new EventRebuild(lake);
    }

    @Bean
    EventExport eventExport(Database database, Lake lake) {
        return new EventExport(database, lake);
    }

    @Bean
    EventAccounts eventAccounts(Database database) {
        return new EventAccounts(database);
    }

    @Bean
    RecordExport recordExport(Database database, RecordTables tables) {
        return new RecordExport(database, tables);
    }

    @Bean
    UndoWork undoWork(Database database, Undos undos, RecordTables tables, Lake lake) {
        return new UndoWork(database, undos, new TakingBack(database, undos, tables, lake));
    }

    @Bean
    Undoing undoing(Database database, Undos undos, Jobs jobs) {
        return new Undoing(database, undos, jobs);
    }

    @Bean
    CurrentRecords currentRecords(Database database, RecordTables tables, Lake lake, Clock clock) {
        return new CurrentRecords(database, tables, lake, clock);
    }

    @Bean
    Accounts accounts(Database database) {
        return new Accounts(database);
    }

    @Bean
    Origins origins(Database database, RecordTables tables) {
        return new Origins(database, tables);
    }

    @Bean
    Completeness completeness(Database database, RecordTables tables) {
        return new Completeness(database, tables);
    }

    @Bean
    LooseEnds looseEnds(Database database, RecordTables tables) {
        return new LooseEnds(database, tables);
    }

    @Bean
    SenderClocks senderClocks(Database database, Lake lake) {
        return new SenderClocks(database, lake);
    }

    @Bean
    Titles titles(Database database) {
        return new Titles(database);
    }

    @Bean
    EventDays eventDays() {
        return new EventDays();
    }
}
