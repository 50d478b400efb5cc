-- Purpose: jobs that count rows, and jobs of which a part did not work (an import of devices).
-- Locks: short exclusive lock while the constraints are checked. May the old version still run: yes, until such a job is made.
alter table job drop constraint job_unit_check, drop constraint job_state_check;
alter table job
  add constraint job_unit_check check (unit in ('BYTES', 'FILES', 'ROWS')),
  add constraint job_state_check
    check (state in ('QUEUED', 'RUNNING', 'PAUSED', 'SUCCEEDED', 'PARTIAL', 'FAILED', 'CANCELLED'));
