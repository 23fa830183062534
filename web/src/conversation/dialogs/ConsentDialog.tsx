import { Button, Select, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { desk } from '../../api/desk';
import { keys } from '../../api/keys';
import type { Detail, Purpose } from '../../api/types';
import { Notice } from '../../ui/Notice';
import { say } from '../../ui/say';
import { nameOf } from '../../ui/words';
import css from './Dialogs.module.css';

const PURPOSES = [
  { value: 'all', label: 'All messages' },
  { value: 'marketing', label: 'Marketing: offers and news' },
  { value: 'utility', label: 'Utility: about orders and accounts' },
];
const METHODS = [
  { value: 'agent', label: 'Told me in this conversation' },
  { value: 'telephone', label: 'By telephone' },
  { value: 'email', label: 'By e-mail' },
  { value: 'form', label: 'On a form' },
];

interface Props {
  detail: Detail;
  action: 'opt_in' | 'opt_out';
  onClose: () => void;
}

/** What the customer said about being written to, how they said it, and to which words they agreed. */
export function ConsentDialog({ detail, action, onClose }: Props) {
  const client = useQueryClient();
  const [purpose, setPurpose] = useState<string>('all');
  const [method, setMethod] = useState('agent');
  const [wording, setWording] = useState(`I agree to get messages from ${detail.number.display_name} on WhatsApp.`);
  const [evidence, setEvidence] = useState('');
  const optsIn = action === 'opt_in';
  // What was said in the thread can be read there; anything else needs a trace (B6).
  const needsProof = optsIn && method !== 'agent';
  const record = useMutation({
    mutationFn: () =>
      desk.recordConsent(detail.contact.contact_id, {
        purpose: purpose as Purpose,
        action,
        method,
        ...(optsIn ? { wording } : {}),
        ...(evidence.trim() ? { evidence: { note: evidence.trim() } } : {}),
      }),
    onSuccess: () => {
      say.done(optsIn ? 'The opt-in is on record.' : 'The opt-out is on record. It counts from now on.');
      onClose();
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: keys.detail(detail.conversation_id) });
      void client.invalidateQueries({ queryKey: keys.messages(detail.conversation_id) });
      void client.invalidateQueries({ queryKey: ['gate'] });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    record.mutate();
  };
  return (
    <form className={css.stack} onSubmit={submit}>
      <p>
        {optsIn
          ? `Record it only if ${nameOf(detail.contact)} really agreed. The record is kept as evidence and can not be changed.`
          : `${nameOf(detail.contact)} will not be written to any more, until they write again or opt in again.`}
      </p>
      {record.error && <Notice tone="red" title={record.error.message} />}
      <Select label="For" data={PURPOSES} value={purpose} onChange={(value) => setPurpose(value ?? 'all')} allowDeselect={false} />
      <Select label="How they said it" data={METHODS} value={method} onChange={(value) => setMethod(value ?? 'agent')} allowDeselect={false} />
      {optsIn && (
        <Textarea
          label="The words they agreed to"
          description="They must name the business and WhatsApp."
          value={wording}
          onChange={(event) => setWording(event.currentTarget.value)}
          autosize
          minRows={2}
          required
        />
      )}
      <Textarea
        label="Evidence"
        description={
          needsProof
            ? 'Where it can be found: the number of the call, the form or the e-mail.'
            : 'Where it can be found, or what was said. Not required.'
        }
        value={evidence}
        onChange={(event) => setEvidence(event.currentTarget.value)}
        autosize
        minRows={1}
        required={needsProof}
      />
      <div className={css.foot}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" color={optsIn ? undefined : 'red.9'} loading={record.isPending} data-testid="consent-submit">
          {optsIn ? 'Record the opt-in' : 'Record the opt-out'}
        </Button>
      </div>
    </form>
  );
}
