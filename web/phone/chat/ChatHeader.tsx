import { Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBan, IconFlag, IconInfoCircle, IconSpeakerphone } from '@tabler/icons-react';
import { useState } from 'react';
import { ToolsMenu } from '../stage/ToolsMenu';
import { Avatar } from '../ui/Avatar';
import { Bar } from '../ui/Bar';
import { BlockDialog } from './BlockDialog';
import { BusinessSheet } from './BusinessSheet';
import css from './ChatHeader.module.css';
import { useUnblock } from './blocking';

interface Props {
  waId: string;
  numberId: string;
  name: string;
  typing: boolean;
  blocked: boolean;
  wide: boolean;
  onAd: () => void;
}

/** Who this chat is with, and what can be done about them. */
export function ChatHeader({ waId, numberId, name, typing, blocked, wide, onAd }: Props) {
  const [profile, { open, close }] = useDisclosure();
  const [asking, setAsking] = useState<'block' | 'report' | null>(null);
  const unblock = useUnblock(waId, numberId);

  return (
    <>
      <Bar
        back={{ to: `/${waId}`, label: 'Back to the chats' }}
        actions={
          <ToolsMenu wide={wide}>
            <Menu.Item leftSection={<IconInfoCircle size={18} />} onClick={open}>
              Business info
            </Menu.Item>
            <Menu.Item leftSection={<IconBan size={18} />} onClick={() => (blocked ? unblock.mutate() : setAsking('block'))}>
              {blocked ? 'Unblock' : 'Block'}
            </Menu.Item>
            <Menu.Item leftSection={<IconFlag size={18} />} onClick={() => setAsking('report')}>
              Report
            </Menu.Item>
            {!blocked && (
              <Menu.Item leftSection={<IconSpeakerphone size={18} />} onClick={onAd}>
                Write from an ad (demo)
              </Menu.Item>
            )}
          </ToolsMenu>
        }
      >
        <button type="button" className={css.who} onClick={open} aria-label={`${name}, business info`}>
          <Avatar name={name} size={38} business />
          <span className={css.words}>
            <span className={css.name}>{name}</span>
            <span className={css.line}>{typing ? 'typing…' : blocked ? 'Blocked' : 'Business account'}</span>
          </span>
        </button>
      </Bar>
      <BusinessSheet numberId={numberId} name={name} opened={profile} onClose={close} />
      <BlockDialog waId={waId} numberId={numberId} name={name} asking={asking} onClose={() => setAsking(null)} />
    </>
  );
}
