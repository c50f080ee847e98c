package mx.vozrural.desk;

import java.util.List;
import mx.vozrural.web.Choice;
import org.jspecify.annotations.Nullable;

/**
 * The queue.
 *
 * @param total how many match the filter
 * @param next address of the next page; null on the last one
 */
public record QueueView(
    DeskFrame frame,
    QueueFilter filter,
    List<Choice> sections,
    List<Choice> categories,
    List<Choice> statuses,
    List<QueueRow> rows,
    long total,
    @Nullable String next) {}
