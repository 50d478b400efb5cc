package org.lynceus.rest.alarm;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lynceus.alarm.work.Simulation;

/** What a scheme would have made of recorded events. */
@Schema(name = "AlarmSimulation")
public record SimulationView(
    @NotNull @Schema(description = "how many alarms would have been raised") Integer alarms,
    @NotNull @Schema(description = "events that may raise something") Integer events,
    @NotNull @Schema(description = "of these, part of an alarm that another one raised")
        Integer merged,
    @NotNull @Schema(description = "why the others raised nothing") List<LeftView> left,
    @NotNull @Schema(description = "events that have to come before those, counted apart")
        Integer firsts,
    @NotNull @Schema(description = "of these firsts, followed in time") Integer followed,
    @NotNull @Schema(description = "the first 200 alarms, in order of time") List<RaisedView> items,
    @NotNull @Schema(description = "some of the events that raised nothing")
        List<ExampleView> examples) {
  private static final int MOST = 200;

  /** How many events raised nothing for the same reason. */
  @Schema(name = "SimulationLeft")
  public record LeftView(@NotNull Simulation.Left why, @NotNull Integer count) {}

  /** An alarm that would have been raised. */
  @Schema(name = "SimulatedAlarm")
  public record RaisedView(
      @NotNull String type,
      @NotNull String sourceName,
      @NotNull Instant firstAt,
      @NotNull Instant lastAt,
      @Nullable @Schema(description = "null: its state lasts at the end of the range")
          Instant endedAt,
      @NotNull Integer occurrences) {}

  /** An event that raised nothing. */
  @Schema(name = "SimulationExample")
  public record ExampleView(
      @NotNull Instant at,
      @NotNull String type,
      @NotNull String sourceName,
      @NotNull Simulation.Left why,
      @Nullable @Schema(description = "the first one it does not fulfil, of CONDITION")
          ConditionView condition) {}

  static SimulationView of(Simulation simulation) {
    return new SimulationView(
        simulation.alarms().size(),
        simulation.events(),
        simulation.merged(),
        simulation.left().entrySet().stream()
            .map(left -> new LeftView(left.getKey(), left.getValue()))
            .toList(),
        simulation.firsts(),
        simulation.followed(),
        simulation.alarms().stream().limit(MOST).map(SimulationView::raised).toList(),
        simulation.examples().stream().map(SimulationView::example).toList());
  }

  private static ExampleView example(Simulation.Example one) {
    return new ExampleView(
        one.at(),
        one.type(),
        one.sourceName(),
        one.why(),
        one.condition() == null ? null : ConditionView.of(one.condition()));
  }

  private static RaisedView raised(Simulation.Raised one) {
    return new RaisedView(
        one.type(),
        one.sourceName(),
        one.group().first(),
        one.group().last(),
        one.group().ended(),
        one.group().count());
  }
}
