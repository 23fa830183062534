import { Tooltip } from '@mantine/core';
import { IconEye, IconPencil } from '@tabler/icons-react';
import { useLookers } from '../api/queries';
import { Avatar } from '../ui/Avatar';
import { useIsNarrow } from '../ui/media';
import css from './Lookers.module.css';
import { firstName, lookersWords } from './lookersWords';

/** Faces that there is room for. */
const MOST = 3;

/** Colleagues who have the same conversation open: whoever writes comes first. */
export function Lookers({ id }: { id: string }) {
  const { data = [] } = useLookers(id);
  const narrow = useIsNarrow();
  const those = [...data].sort((one, other) => Number(other.is_writing) - Number(one.is_writing));
  const writes = those.some((each) => each.is_writing);
  const Glyph = writes ? IconPencil : IconEye;
  return (
    <div className={css.live} role="status">
      {those.length > 0 && (
        <Tooltip label={lookersWords(those)}>
          <div className={css.lookers} data-writes={writes || undefined} data-testid="lookers">
            <span className={css.faces}>
              {those.slice(0, narrow ? 1 : MOST).map((each) => (
                <Avatar key={each.account_id} name={each.name} size={24} />
              ))}
            </span>
            <Glyph size={15} stroke={1.9} aria-hidden />
            <span className={css.words}>{lookersWords(those, firstName)}</span>
          </div>
        </Tooltip>
      )}
    </div>
  );
}
