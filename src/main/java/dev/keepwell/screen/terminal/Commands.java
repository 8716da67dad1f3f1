package dev.keepwell.screen.terminal;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import picocli.CommandLine;

/// The commands in the order in which help lists them.
final class Commands {

    private Commands() {}

    static SequencedMap<String, Object> all(Terminal terminal) {
        var commands = new LinkedHashMap<String, Object>();
        commands.put("demo", new DemoCommand(terminal));
        commands.put("serve", new ServeCommand(terminal));
        commands.put("sign-in", new SignInCommand(terminal));
        commands.put("import", new ImportCommand(terminal));
        commands.put("mapping", new MappingCommand(terminal));
        commands.put("run", new RunCommand(terminal));
        commands.put("backfill", new BackfillCommand(terminal));
        commands.put("restate", new RestateCommand(terminal));
        commands.put("cancel", new CancelCommand(terminal));
        commands.put("metric", metric(terminal));
        commands.put("score", new ScoreCommand(terminal));
        commands.put("explain", new ExplainCommand(terminal));
        commands.put("override", new OverrideCommand(terminal));
        commands.put("model", model(terminal));
        commands.put("export", new ExportCommand(terminal));
        commands.put("identity", new IdentityCommand(terminal));
        commands.put("workspace", new WorkspaceCommand(terminal));
        commands.put("setting", new SettingCommand(terminal));
        commands.put("token", new TokenCommand(terminal));
        commands.put("source", new SourceCommand(terminal));
        commands.put("webhook", new WebhookCommand(terminal));
        commands.put("drain", new DrainCommand(terminal));
        commands.put("verify", new VerifyCommand(terminal));
        commands.put("doctor", new DoctorCommand(terminal));
        commands.put("routes", new RoutesCommand(terminal));
        return commands;
    }

    private static CommandLine metric(Terminal terminal) {
        return new CommandLine(new MetricCommand(terminal))
                .addSubcommand(new MetricBackfillCommand(terminal));
    }

    private static CommandLine model(Terminal terminal) {
        return new CommandLine(new ModelCommand(terminal))
                .addSubcommand(new ModelPullCommand(terminal))
                .addSubcommand(new ModelPushCommand(terminal))
                .addSubcommand(new ModelPublishCommand(terminal))
                .addSubcommand(new ModelRollbackCommand(terminal))
                .addSubcommand(new ModelConsequencesCommand(terminal));
    }
}
