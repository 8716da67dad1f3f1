package dev.keepwell.screen.data;

import dev.keepwell.job.Flag;
import dev.keepwell.job.Flags;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.source.event.Balance;
import dev.keepwell.source.event.DeadLetters;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Whether everything that came in is accounted for.
@Controller
class DataPagesController {

    private final Balance balance;
    private final DeadLetters letters;
    private final Flags flags;

    DataPagesController(Balance balance, DeadLetters letters, Flags flags) {
        this.balance = balance;
        this.letters = letters;
        this.flags = flags;
    }

    @GetMapping("/data")
    String index(WorkspaceId workspace, Model page) {
        var lines = balance.bySource(workspace);
        var up = flags.up(workspace).stream().map(Flag::reason).toList();
        page.addAttribute("page", BalancePage.of(lines, letters.open(workspace), up));
        return "data/index";
    }
}
