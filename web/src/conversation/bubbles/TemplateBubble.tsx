import { IconTemplate } from '@tabler/icons-react';
import type { TemplateContent } from '../../api/types';
import { Rich } from '../../ui/Rich';
import { sentenceCase } from '../../ui/words';
import type { BubbleProps } from './Contents';
import { LocationBubble } from './LocationBubble';
import { MediaBubble } from './MediaBubble';
import css from './TemplateBubble.module.css';

/** A template as the customer reads it, and which one it was. */
export function TemplateBubble({ content, message }: BubbleProps<TemplateContent>) {
  return (
    <>
      <span className={css.label}>
        <IconTemplate size={13} aria-hidden /> {sentenceCase(content.name)}
        {content.category && <span className={css.category}>{content.category}</span>}
      </span>
      {content.header_media && (
        <span className={css.head}>
          <MediaBubble content={content.header_media} message={message} />
        </span>
      )}
      {content.header_place && <LocationBubble content={{ type: 'location', ...content.header_place }} message={message} />}
      <Rich text={content.rendered || content.body.join(' · ') || content.name} />
    </>
  );
}
