import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ListRow, PhoneMessage } from '../api/types';
import { Sheet } from '../ui/Sheet';
import css from './ListSheet.module.css';

interface Props {
  /** The message whose list is open, null when none is. */
  message: PhoneMessage | null;
  onClose: () => void;
  onChoose: (message: PhoneMessage, row: ListRow) => void;
}

/** The rows of a list message. One is marked first, then sent, as a tap by mistake cannot be taken back. */
export function ListSheet({ message, onClose, onChoose }: Props) {
  const [shown, setShown] = useState(message);
  const [chosen, setChosen] = useState<ListRow | null>(null);
  useEffect(() => {
    if (!message) return; // keeps its rows while it closes
    setShown(message);
    setChosen(null);
  }, [message]);

  const list = shown?.list;
  return (
    <Sheet title={list?.button ?? ''} opened={message !== null} onClose={onClose}>
      <div role="radiogroup" aria-label={list?.button}>
        {list?.sections.map((section, index) => (
          <div key={index} className={css.section}>
            {section.title && <h3 className={css.heading}>{section.title}</h3>}
            {section.rows.map((row) => (
              <label key={row.id} className={css.row} data-testid="list-row">
                <span className={css.words}>
                  <span className={css.title}>{row.title}</span>
                  {row.description && <span className={css.description}>{row.description}</span>}
                </span>
                <input
                  type="radio"
                  name="list-row"
                  checked={chosen?.id === row.id}
                  onChange={() => setChosen(row)}
                />
              </label>
            ))}
          </div>
        ))}
      </div>
      <div className={css.end}>
        <Button
          fullWidth
          size="md"
          radius="xl"
          disabled={!chosen}
          data-testid="list-send"
          onClick={() => shown && chosen && onChoose(shown, chosen)}
        >
          Send
        </Button>
      </div>
    </Sheet>
  );
}
