import { Button, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { AppealState, CaseDetail } from '../api/caseTypes';
import css from './DecideForm.module.css';
import { useAppeal } from './queries';

const STATES: { value: AppealState; label: string }[] = [
  { value: 'drafted', label: 'Drafted here' },
  { value: 'sent', label: 'Sent to WhatsApp' },
  { value: 'granted', label: 'Granted by WhatsApp' },
  { value: 'rejected', label: 'Rejected by WhatsApp' },
];

/** What is written to WhatsApp about its action, and how far that is. */
export function AppealForm({ found }: { found: CaseDetail }) {
  const appeal = found.appeal!;
  const [text, setText] = useState(appeal.text || appeal.suggested);
  const [state, setState] = useState<AppealState>(appeal.state || 'drafted');
  const { mutate, isPending } = useAppeal(found);
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        mutate({ text, state });
      }}
    >
      <Textarea
        label="Request for a review"
        description="Sent by hand in WhatsApp's Business Support Home; kept here as evidence."
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        maxLength={4000}
        autosize
        minRows={6}
        maxRows={16}
        data-testid="appeal-text"
      />
      <div className={css.buttons}>
        <Select
          aria-label="How far the appeal is"
          data={STATES}
          value={state}
          onChange={(value) => value && setState(value as AppealState)}
          allowDeselect={false}
          w={220}
        />
        <Button type="submit" variant="default" loading={isPending} data-testid="appeal-keep">
          Keep the appeal
        </Button>
      </div>
    </form>
  );
}
