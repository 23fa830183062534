import { Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDoorExit, IconInfoCircle } from '@tabler/icons-react';
import type { Group } from '../api/types';
import css from '../chat/ChatHeader.module.css';
import { ToolsMenu } from '../stage/ToolsMenu';
import { namesOf } from '../text/words';
import { Avatar } from '../ui/Avatar';
import { Bar } from '../ui/Bar';
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
      <Bar
        back={{ to: `/${waId}`, label: 'Back to the chats' }}
        actions={
          <ToolsMenu wide={wide}>
            <Menu.Item leftSection={<IconInfoCircle size={18} />} onClick={open}>
              Group info
            </Menu.Item>
            {isMember && (
              <Menu.Item leftSection={<IconDoorExit size={18} />} onClick={ask}>
                Leave the group
              </Menu.Item>
            )}
          </ToolsMenu>
        }
      >
        <button type="button" className={css.who} onClick={open} aria-label={`${group.subject}, group info`}>
          <Avatar name={group.subject} size={38} picture={group.picture} />
          <span className={css.words}>
            <span className={css.name}>{group.subject}</span>
            <span className={css.line} data-testid="group-people">
              {isMember ? line : 'You are not in this group'}
            </span>
          </span>
        </button>
      </Bar>
      <GroupSheet waId={waId} group={group} opened={info} onClose={close} onLeave={isMember ? ask : null} />
      <LeaveDialog waId={waId} group={group} opened={leaving} onClose={stay} />
    </>
  );
}
