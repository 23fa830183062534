import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import { keys, usePlatform } from '../api/queries';
import { offsetLabel } from '../text/words';
import { useNow } from '../ui/now';
import css from './ClockTool.module.css';

const date = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' });
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const HOUR = 3600;

/** Shows the platform's time and moves it on. */
export function ClockTool() {
  const client = useQueryClient();
  const offset = usePlatform().data?.offset_seconds ?? 0;
  const now = useNow(1) * 1000;
  const move = useMutation({
    mutationFn: api.clock,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.state }),
  });

  return (
    <div className={css.clock}>
      <p className={css.now}>
        <span className={css.time}>{time.format(now)}</span>
        <span className={css.date}>{date.format(now)}</span>
        <span className={css.offset} data-moved={Math.abs(offset) >= 60 || undefined} role="status">
          {offsetLabel(offset)}
        </span>
      </p>
      <Group gap={8} grow wrap="nowrap" className={css.moves}>
        <Button
          variant="light"
          onClick={() => move.mutate({ advance_seconds: HOUR })}
          disabled={move.isPending}
          data-testid="clock-advance-1h"
          aria-label="Advance the clock by 1 hour"
        >
          +1 h
        </Button>
        <Button
          variant="light"
          onClick={() => move.mutate({ advance_seconds: 25 * HOUR })}
          disabled={move.isPending}
          data-testid="clock-advance-25h"
          aria-label="Advance the clock by 25 hours"
        >
          +25 h
        </Button>
        <Button
          variant="default"
          onClick={() => move.mutate({ reset: true })}
          disabled={move.isPending}
          data-testid="clock-reset"
          aria-label="Back to real time"
        >
          Reset
        </Button>
      </Group>
      {move.error && (
        <Text size="sm" c="var(--danger)" role="alert">
          {move.error.message}
        </Text>
      )}
      <p className={css.hint}>
        Moves time for everyone on this platform. A business may answer freely for 24 hours after the customer last
        wrote; go past that to see what it may still send.
      </p>
    </div>
  );
}
