package org.lynceus.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SimulatorSettingsTest {
  @Test
  void argumentsGoOverTheEnvironmentAndTheEnvironmentOverTheDefaults() {
    Map<String, String> environment =
        Map.of("LYNCEUS_SIM_PORT", "1000", "LYNCEUS_SIM_CONTROL_PORT", "1001");
    SimulatorSettings settings = SimulatorSettings.of(environment, new String[] {"--port", "2000"});
    assertThat(settings.port()).isEqualTo(2000);
    assertThat(settings.controlPort()).isEqualTo(1001);
    assertThat(settings.cameras()).isEqualTo(8);
    assertThat(settings.password()).isNull();
  }

  @Test
  void aWrongArgumentIsNamed() {
    assertThatThrownBy(() -> SimulatorSettings.of(Map.of(), new String[] {"--speed", "2"}))
        .hasMessageContaining("--speed");
    assertThatThrownBy(() -> SimulatorSettings.of(Map.of(), new String[] {"--cameras", "0"}))
        .hasMessageContaining("--cameras");
  }

  @Test
  void thePasswordIsNotShown() {
    SimulatorSettings settings =
        SimulatorSettings.of(Map.of("LYNCEUS_SIM_PASSWORD", "hidden"), new String[0]);
    assertThat(settings.password()).isEqualTo("hidden");
    assertThat(settings.toString()).doesNotContain("hidden");
  }
}
