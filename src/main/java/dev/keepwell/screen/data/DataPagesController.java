package dev.keepwell.screen.data;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.source.event.Balance;
import dev.keepwell.source.event.DeadLetters;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Whether everything that came in is accounted for.
@Controller
class DataPagesController {

    private final Balance balance;
    private final DeadLetters letters;

    DataPagesController(Balance balance, DeadLetters letters) {
        this.balance = balance;
        this.letters = letters;
    }

    @GetMapping("/data")
    String index(WorkspaceId workspace, Model page) {
        var lines = balance.bySource(workspace);
        page.addAttribute("page", BalancePage.of(lines, letters.open(workspace), List.of()));
        return "data/index";
    }
}
