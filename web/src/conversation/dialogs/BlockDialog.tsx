import { Button, Select, Skeleton, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { blocks, type Block, type BlockReason } from '../../api/blocks';
import type { Detail } from '../../api/types';
import { Notice } from '../../ui/Notice';
import { nameOf } from '../../ui/words';
import { BlockCard } from './BlockCard';
import { holds, REASONS, useBlocking, useBlockOf } from './blocking';
import css from './Dialogs.module.css';

const SHORTEST = 10;

/** For abuse only, with what happened: a colleague looks at it. A block that holds is shown instead, one that WhatsApp refused above it. */
export function BlockDialog({ detail, onClose }: { detail: Detail; onClose: () => void }) {
  const { data: held, isPending } = useBlockOf(detail.conversation_id);
  if (isPending) return <Skeleton height={160} radius={12} />;
  if (held && holds(held)) return <BlockCard block={held} />;
  return (
    <div className={css.stack}>
      {held && <BlockCard block={held} />}
      <Ask detail={detail} before={held} onClose={onClose} />
    </div>
  );
}

/** `before`: one that WhatsApp refused, whose words need not be written again. */
function Ask({ detail, before, onClose }: { detail: Detail; before: Block | null | undefined; onClose: () => void }) {
  const [reason, setReason] = useState<BlockReason>(before?.reason ?? 'abuse');
  const [note, setNote] = useState(before?.note ?? '');
  const name = nameOf(detail.contact);
  const { mutate, isPending, error } = useBlocking(`WhatsApp is asked to block ${name}. A colleague looks at it within a day.`);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    mutate(() => blocks.block(detail.conversation_id, reason, note.trim()), { onSuccess: onClose });
  };
  return (
    <form className={css.stack} onSubmit={submit}>
      <p>
        {name} will not be able to write to {detail.number.display_name}, and is not told. It ends after a day unless a supervisor has looked at it. What they
        stopped stays stopped.
      </p>
      {error && <Notice tone="red" title={error.message} />}
      <Select label="Why" data={REASONS} value={reason} onChange={(value) => setReason((value ?? 'abuse') as BlockReason)} allowDeselect={false} data-testid="block-reason" />
      <Textarea
        label="What happened"
        description={`Your colleague decides by it: ${SHORTEST} characters at least.`}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        maxLength={1000}
        autosize
        minRows={2}
        required
        data-testid="block-note"
      />
      <div className={css.foot}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" color="red.9" loading={isPending} disabled={note.trim().length < SHORTEST} data-testid="block-submit">
          Block {name}
        </Button>
      </div>
    </form>
  );
}
