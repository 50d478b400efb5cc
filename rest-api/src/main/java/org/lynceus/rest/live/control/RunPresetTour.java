package org.lynceus.rest.live.control;

import jakarta.validation.constraints.NotNull;
import org.lynceus.protocols.onvif.PresetTours;

/** What is to be done with a tour. */
public record RunPresetTour(@NotNull PresetTours.TourAct act) {}
