import { Button, Modal, Select, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { provider } from '../api/provider';
import type { PolicyVersion } from '../api/versionTypes';
import dialogs from '../conversation/dialogs/Dialogs.module.css';
import { useAct } from './queries';

/** A Client asked for a text that loosens: which, and why. Somebody else approves it. */
export function ChooseDialog({ tenantId, texts, onClose }: { tenantId: string; texts: PolicyVersion[]; onClose: () => void }) {
  const [version, setVersion] = useState(texts[0]?.name ?? '');
  const [reason, setReason] = useState('');
  const { mutate, isPending } = useAct('Written down. Somebody else has to approve it.');
  const text = texts.find((each) => each.name === version);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (version && reason.trim()) mutate(() => provider.choose(tenantId, version, reason.trim()), { onSuccess: onClose });
  };
  return (
    <Modal opened onClose={onClose} title="Write down a choice of the Client" styles={{ title: { fontWeight: 640, fontSize: 16 } }}>
      <form className={dialogs.stack} onSubmit={submit}>
        <Select
          label="Text"
          data={texts.map(({ name, title }) => ({ value: name, label: title }))}
          value={version}
          onChange={(value) => value && setVersion(value)}
          allowDeselect={false}
        />
        {text?.changes.map((change) => <p key={change.field}>{change.why}</p>)}
        <Textarea
          label="Reason"
          description="Who of the Client asked for it, when and why. It goes on record."
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          autosize
          minRows={2}
          data-autofocus
          data-testid="choose-reason"
        />
        <div className={dialogs.foot}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={!reason.trim()} loading={isPending} data-testid="choose-submit">
            Write it down
          </Button>
        </div>
      </form>
    </Modal>
  );
}
