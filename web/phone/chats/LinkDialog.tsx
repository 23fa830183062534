import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useChatLink, useCodes } from '../api/queries';
import type { ChatLink } from '../api/types';
import { Dialog } from '../ui/Dialog';
import { LinkForm } from '../ui/LinkForm';
import css from './LinkDialog.module.css';
import { writing } from './writing';

interface Props {
  waId: string;
  /** The link that was tapped; without one it is asked for. */
  link?: string;
  onClose: () => void;
}

/** Where a short link or a QR code leads: a chat, with something written in it already. */
export function LinkDialog({ waId, link: tapped = '', onClose }: Props) {
  const [link, setLink] = useState(tapped);
  const found = useChatLink(link);
  const navigate = useNavigate();
  const open = ({ phone_number_id, text }: ChatLink): void => {
    onClose();
    void navigate(`/${waId}/${encodeURIComponent(phone_number_id)}`, { state: writing(text) });
  };
  return (
    <Dialog title="Open a link or code" opened onClose={onClose}>
      <LinkForm
        tapped={tapped}
        found={found}
        onLook={setLink}
        label="Link or code"
        placeholder="https://wa.me/message/…"
        submit="Open"
      >
        <Codes onChoose={open} />
      </LinkForm>
      {found.data && (
        <Stack gap="sm">
          <Text>
            A chat with <b>{found.data.name}</b>
            {found.data.text && ', in which this is written already:'}
          </Text>
          {found.data.text && <p className={css.text}>{found.data.text}</p>}
          <Button radius="xl" onClick={() => open(found.data)} data-testid="link-open">
            Continue to the chat
          </Button>
        </Stack>
      )}
    </Dialog>
  );
}

/** The codes that businesses made, as if they hung on a wall. */
function Codes({ onChoose }: { onChoose: (link: ChatLink) => void }) {
  const { data } = useCodes();
  if (!data?.items.length) return null;
  return (
    <ul className={css.codes} aria-label="QR codes">
      {data.items.map((each) => (
        <li key={each.code}>
          <button type="button" className={css.code} onClick={() => onChoose(each)} aria-label={`Scan the code of ${each.name}: ${each.text}`}>
            <img src={each.picture} alt="" className={css.picture} />
            <span className={css.words}>
              <span className={css.name}>{each.name}</span>
              <span>{each.text}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
