import { Button, Select, Skeleton, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { blocks, type BlockReason } from '../../api/blocks';
import type { Detail } from '../../api/types';
import { Notice } from '../../ui/Notice';
import { nameOf } from '../../ui/words';
import { BlockCard } from './BlockCard';
import { REASONS, useBlocking, useBlockOf } from './blocking';
import css from './Dialogs.module.css';

const SHORTEST = 10;

/** For abuse only, with what happened: a colleague looks at it. Where a block holds, it is shown instead. */
export function BlockDialog({ detail, onClose }: { detail: Detail; onClose: () => void }) {
  const { data: held, isPending } = useBlockOf(detail.conversation_id);
  if (isPending) return <Skeleton height={160} radius={12} />;
  if (held) return <BlockCard block={held} />;
  return <Ask detail={detail} onClose={onClose} />;
}

function Ask({ detail, onClose }: { detail: Detail; onClose: () => void }) {
  const [reason, setReason] = useState<BlockReason>('abuse');
  const [note, setNote] = useState('');
  const name = nameOf(detail.contact);
  const { mutate, isPending, error } = useBlocking(`${name} is blocked. A colleague looks at it within a day.`);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    mutate(() => blocks.block(detail.conversation_id, reason, note.trim()), { onSuccess: onClose });
  };
  return (
    <form className={css.stack} onSubmit={submit}>
      <p>
        {name} can not write to {detail.number.display_name} any more, and is not told. It ends after a day unless a supervisor has looked at it. What they
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
