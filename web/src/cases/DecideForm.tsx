import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { CaseDetail, Vote } from '../api/caseTypes';
import css from './DecideForm.module.css';
import { useVote } from './queries';
import { VOTES, agreed, isLenient, rolesOf } from './words';

/** Where one says what becomes of it, with the reason that goes on record. */
export function DecideForm({ found }: { found: CaseDetail }) {
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const { mutate, isPending, variables } = useVote(found);
  if (found.state !== 'open') return null;
  if (found.may_vote.length === 0) {
    return (
      <p className={css.why} data-testid="case-why-not">
        {found.why_not} {found.why_not.startsWith('This case') ? '' : `It is decided by: ${rolesOf(found).toLowerCase()}.`}
      </p>
    );
  }
  const say = (vote: Vote): void => {
    if (!note.trim()) return setMissing(true);
    mutate({ vote, note: note.trim() }, { onSuccess: () => setNote('') });
  };
  const second = found.needs > 1 && agreed(found) < found.needs - 1;
  return (
    <form className={css.form} onSubmit={(event) => event.preventDefault()} aria-label="Decide this case">
      <Textarea
        label="Why"
        description="One sentence, kept on record. Do not repeat what the customer wrote."
        value={note}
        onChange={(event) => {
          setNote(event.currentTarget.value);
          setMissing(false);
        }}
        error={missing ? 'Say why in a sentence.' : undefined}
        maxLength={1000}
        autosize
        minRows={2}
        data-testid="case-note"
      />
      <div className={css.buttons}>
        {found.may_vote.map((vote) => (
          <Button
            key={vote}
            variant={isLenient(vote) ? 'filled' : 'light'}
            color={isLenient(vote) ? undefined : 'red'}
            loading={isPending && variables.vote === vote}
            disabled={isPending && variables.vote !== vote}
            onClick={() => say(vote)}
            data-testid={`case-${vote}`}
          >
            {VOTES[vote]}
          </Button>
        ))}
        {second && <span className={css.second}>A second person must agree before it passes.</span>}
      </div>
    </form>
  );
}
