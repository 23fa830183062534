import { Button } from '@mantine/core';
import { useDeskState } from '../../shell/deskState';
import { holds, reasonWord, stateWord, useBlockOf } from '../dialogs/blocking';
import css from './ContextPane.module.css';
import { Section } from './Section';

/** Said only where somebody has blocked the person, or has tried to. */
export function BlockedSection({ id }: { id: string }) {
  const { setDialog } = useDeskState();
  const { data: block } = useBlockOf(id);
  if (!block) return null;
  return (
    <Section
      title={holds(block) ? 'Blocked' : 'Not blocked'}
      action={
        <Button size="compact-sm" variant="subtle" onClick={() => setDialog('block')}>
          Details
        </Button>
      }
    >
      <p className={css.reason} role="status" data-testid="blocked-here">
        {stateWord(block)}
      </p>
      <p className={css.soft}>{reasonWord(block.reason)}</p>
    </Section>
  );
}
