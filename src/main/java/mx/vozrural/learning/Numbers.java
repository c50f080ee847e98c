package mx.vozrural.learning;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers the clues of many texts from 0 on. */
final class Numbers {
  private Numbers() {}

  /**
   * @param least a clue that fewer texts have gets none
   */
  static Map<Long, Integer> of(List<long[]> texts, int least) {
    Map<Long, Integer> counts = new LinkedHashMap<>();
    texts.forEach(all -> Arrays.stream(all).forEach(clue -> counts.merge(clue, 1, Integer::sum)));
    Map<Long, Integer> numbers = new HashMap<>();
    counts.forEach((clue, count) -> {
      if (count >= least) {
        numbers.put(clue, numbers.size());
      }
    });
    return numbers;
  }

  /** The numbers of those clues that have one. */
  static int[] known(long[] clues, Map<Long, Integer> numbers) {
    return Arrays.stream(clues)
        .filter(numbers::containsKey)
        .mapToInt(clue -> numbers.getOrDefault(clue, -1))
        .toArray();
  }
}
