import { useEffect, useState } from 'react';
import { PlaybackGroup, type GroupStatus } from './PlaybackGroup';
import { IDLE } from './playbackStatus';
import type { Lead } from './usePlaybackEngine';

const TICK = 200;

/** The group of this page's panes, started at the time if there is one, and how each pane joins it. */
export function usePlaybackGroup(startAt: number | undefined): { group: PlaybackGroup; status: GroupStatus; leadOf: (id: string) => Lead } {
  const [status, setStatus] = useState<GroupStatus>({ ...IDLE, gaps: new Map() });
  const [group] = useState(() => new PlaybackGroup(setStatus));
  const [leads] = useState(() => new Map<string, Lead>());
  const [start] = useState(startAt);
  useEffect(() => {
    const ticker = setInterval(() => group.tick(), TICK);
    if (start !== undefined && group.status.phase === 'idle') group.seek(start, true);
    return () => clearInterval(ticker);
  }, [group, start]);
  const leadOf = (id: string): Lead => {
    const known = leads.get(id);
    if (known !== undefined) return known;
    const lead: Lead = {
      join: (engine, look) => {
        group.add(id, engine, look);
        return () => group.remove(id);
      },
      changed: () => group.changed(),
    };
    leads.set(id, lead);
    return lead;
  };
  return { group, status, leadOf };
}
