import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useInvitation } from '../api/queries';
import type { Group } from '../api/types';
import { Avatar } from '../ui/Avatar';
import { Dialog } from '../ui/Dialog';
import { LinkForm } from '../ui/LinkForm';
import css from './Group.module.css';
import { useInvitationStep } from './joining';

interface Props {
  waId: string;
  /** The link that was tapped; without one it is asked for. */
  link?: string;
  onClose: () => void;
}

/** Where an invitation link leads, and the way in. */
export function JoinDialog({ waId, link: tapped = '', onClose }: Props) {
  const [link, setLink] = useState(tapped);
  const found = useInvitation(waId, link);
  return (
    <Dialog title="Join a group" opened onClose={onClose}>
      <LinkForm
        tapped={tapped}
        found={found}
        onLook={setLink}
        label="Invitation link"
        description="As the business sent it."
        placeholder="https://chat.whatsapp.com/…"
        submit="Look at the group"
      />
      {found.data && <Invitation waId={waId} link={link} group={found.data} onClose={onClose} />}
    </Dialog>
  );
}

function Invitation({ waId, link, group, onClose }: { waId: string; link: string; group: Group; onClose: () => void }) {
  const step = useInvitationStep(waId, link);
  const navigate = useNavigate();
  const open = (): void => {
    onClose();
    void navigate(`/${waId}/${encodeURIComponent(group.group_id)}`);
  };
  const join = (): void => step.mutate('join', { onSuccess: ({ state }) => state === 'member' && open() });
  const count = group.participants.length;
  return (
    <div className={css.head}>
      <Avatar name={group.subject} size={72} picture={group.picture} />
      <h3 className={css.name}>{group.subject}</h3>
      <span className={css.soft}>
        Group of {group.business} · {count === 0 ? 'nobody in it yet' : count === 1 ? '1 person' : `${count} people`}
      </span>
      {group.description && <p className={css.description}>{group.description}</p>}
      {step.error && (
        <Text size="sm" c="var(--danger)" role="alert">
          {step.error.message}
        </Text>
      )}
      {group.state === 'none' && (
        <Button radius="xl" fullWidth mt={10} loading={step.isPending} onClick={join} data-testid="join">
          {group.asks_first ? 'Ask to join' : 'Join group'}
        </Button>
      )}
      {group.state === 'asked' && (
        <>
          <p className={css.description} role="status">
            You asked to join. {group.business} decides.
          </p>
          <Button radius="xl" fullWidth variant="light" loading={step.isPending} onClick={() => step.mutate('withdraw')}>
            Cancel the request
          </Button>
        </>
      )}
      {group.state === 'member' && (
        <Button radius="xl" fullWidth mt={10} onClick={open}>
          Open the group
        </Button>
      )}
    </div>
  );
}
