import { useMemo, useRef, useState } from 'react';
import { NOTHING, type ChosenDevice, type Selection } from './selection';

export interface ChosenDevices {
  selection: Selection;
  select: (selection: Selection) => void;
  /** Chooses exactly these, shown or not. */
  selectThese: (devices: readonly ChosenDevice[]) => void;
  /** The chosen devices: those that are shown in their order, then the others by name. */
  chosen: readonly ChosenDevice[];
}

/** The choice of devices for an act on many. It outlives search, filter and paging. */
export function useSelection(shown: readonly ChosenDevice[]): ChosenDevices {
  const [selection, select] = useState<Selection>(NOTHING);
  const known = useRef(new Map<string, ChosenDevice>());
  const chosen = useMemo(() => {
    for (const device of shown) known.current.set(device.id, device);
    const places = new Map(shown.map((device, place) => [device.id, place]));
    const place = (device: ChosenDevice) => places.get(device.id) ?? Infinity;
    return [...selection.ids]
      .flatMap((id) => known.current.get(id) ?? [])
      .sort((one, other) => (place(one) === place(other) ? one.name.localeCompare(other.name) : place(one) - place(other)));
  }, [selection, shown]);
  return {
    selection,
    select,
    chosen,
    selectThese: (devices) => {
      for (const device of devices) known.current.set(device.id, device);
      select({ ids: new Set(devices.map((device) => device.id)) });
    },
  };
}
