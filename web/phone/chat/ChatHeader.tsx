import { ActionIcon, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBan, IconFlag, IconInfoCircle, IconPhone, IconShoppingBag, IconSpeakerphone } from '@tabler/icons-react';
import { useState } from 'react';
import { BlockDialog } from './BlockDialog';
import { BusinessSheet } from './BusinessSheet';
import { Header } from './Header';
import { useUnblock } from './blocking';

interface Props {
  waId: string;
  numberId: string;
  name: string;
  typing: boolean;
  blocked: boolean;
  wide: boolean;
  onAd: () => void;
  /** Null where the business can not be called. */
  onCall: (() => void) | null;
  /** Null where the business shows no catalogue. */
  onShop: (() => void) | null;
}

/** Who this chat is with, and what can be done about them. */
export function ChatHeader({ waId, numberId, name, typing, blocked, wide, onAd, onCall, onShop }: Props) {
  const [profile, { open, close }] = useDisclosure();
  const [asking, setAsking] = useState<'block' | 'report' | null>(null);
  const unblock = useUnblock(waId, numberId);

  return (
    <>
      <Header
        waId={waId}
        name={name}
        info="business info"
        onInfo={open}
        line={typing ? 'typing…' : blocked ? 'Blocked' : 'Business account'}
        business
        wide={wide}
        action={
          onCall && !blocked ? (
            <ActionIcon variant="transparent" c="inherit" size={40} onClick={onCall} aria-label={`Call ${name}`} data-testid="call-button">
              <IconPhone size={20} />
            </ActionIcon>
          ) : null
        }
      >
        <Menu.Item leftSection={<IconInfoCircle size={18} />} onClick={open}>
          Business info
        </Menu.Item>
        {onShop && !blocked && (
          <Menu.Item leftSection={<IconShoppingBag size={18} />} onClick={onShop}>
            Catalogue
          </Menu.Item>
        )}
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
      </Header>
      <BusinessSheet numberId={numberId} name={name} opened={profile} onClose={close} />
      <BlockDialog waId={waId} numberId={numberId} name={name} asking={asking} onClose={() => setAsking(null)} />
    </>
  );
}
