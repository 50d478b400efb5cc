package org.lynceus.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommentWordsTest {
  @Test
  void wordsAreSoughtByTheirBeginnings() {
    assertThat(CommentWords.query("Cat  gate-7")).isEqualTo("'cat':* & 'gate':* & '7':*");
  }

  @Test
  void chineseCharactersAreSoughtInTheirOrder() {
    assertThat(CommentWords.query("误报 cat猫")).isEqualTo("('误' <-> '报') & 'cat':* & ('猫')");
  }

  @Test
  void whatIsNoWordIsNotPartOfTheQuery() {
    assertThat(CommentWords.query("'); drop | & ! :*")).isEqualTo("'drop':*");
    assertThat(CommentWords.query(" '\" ")).isNull();
    assertThat(CommentWords.query(null)).isNull();
  }
}
