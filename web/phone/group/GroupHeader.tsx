import { Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDoorExit, IconInfoCircle } from '@tabler/icons-react';
import type { Group } from '../api/types';
import { Header } from '../chat/Header';
import { namesOf } from '../text/words';
import { GroupSheet } from './GroupSheet';
import { LeaveDialog } from './LeaveDialog';

interface Props {
  waId: string;
  group: Group;
  typing: boolean;
  wide: boolean;
}

/** Which group this is, who is in it, and the way out. */
export function GroupHeader({ waId, group, typing, wide }: Props) {
  const [info, { open, close }] = useDisclosure();
  const [leaving, { open: ask, close: stay }] = useDisclosure();
  const isMember = group.state === 'member';
  const line = typing ? `${group.business} is typing…` : namesOf([{ wa_id: '', name: group.business }, ...group.participants], waId);
  return (
    <>
      <Header
        waId={waId}
        name={group.subject}
        info="group info"
        onInfo={open}
        line={isMember ? line : 'You are not in this group'}
        lineId="group-people"
        picture={group.picture}
        wide={wide}
      >
        <Menu.Item leftSection={<IconInfoCircle size={18} />} onClick={open}>
          Group info
        </Menu.Item>
        {isMember && (
          <Menu.Item leftSection={<IconDoorExit size={18} />} onClick={ask}>
            Leave the group
          </Menu.Item>
        )}
      </Header>
      <GroupSheet waId={waId} group={group} opened={info} onClose={close} onLeave={isMember ? ask : null} />
      <LeaveDialog waId={waId} group={group} opened={leaving} onClose={stay} />
    </>
  );
}
