package org.lynceus.device.care;

/**
 * Does an act to one device of a batch, outside any transaction and without a caller. Throws a
 * {@link org.lynceus.shared.DomainException} with the reason when it does not work; never repeats
 * by itself what presents a password.
 */
public interface BatchStep {
  BatchAct act();

  void step(DeviceBatch batch, BatchItem item);
}
