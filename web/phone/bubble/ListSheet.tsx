import { IconChevronRight } from '@tabler/icons-react';
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

/** The rows of a list message. A tap on one sends it. */
export function ListSheet({ message, onClose, onChoose }: Props) {
  const [shown, setShown] = useState(message);
  useEffect(() => {
    if (message) setShown(message); // keeps its rows while it closes
  }, [message]);

  const list = shown?.list;
  return (
    <Sheet title={list?.button ?? ''} opened={message !== null} onClose={onClose}>
      {list?.sections.map((section, index) => (
        <section key={index} className={css.section} aria-label={section.title || list.button}>
          {section.title && <h3 className={css.heading}>{section.title}</h3>}
          {section.rows.map((row) => (
            <button
              key={row.id}
              type="button"
              className={css.row}
              data-testid="list-row"
              onClick={() => message && onChoose(message, row)}
            >
              <span className={css.words}>
                <span className={css.title}>{row.title}</span>
                {row.description && <span className={css.description}>{row.description}</span>}
              </span>
              <IconChevronRight size={18} className={css.icon} aria-hidden />
            </button>
          ))}
        </section>
      ))}
    </Sheet>
  );
}
