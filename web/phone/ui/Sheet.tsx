import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useScreenPortal } from './screen';
import css from './Sheet.module.css';

interface Props {
  title: string;
  opened: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A sheet that comes up from the bottom of the phone's screen. */
export function Sheet({ title, opened, onClose, children }: Props) {
  return (
    <Drawer
      title={title}
      opened={opened}
      onClose={onClose}
      position="bottom"
      lockScroll={false}
      portalProps={useScreenPortal()}
      closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={{ inner: css.inner ?? '', content: css.content ?? '', header: css.header ?? '', title: css.title ?? '', body: css.body ?? '' }}
      transitionProps={{ duration: 180 }}
    >
      {children}
    </Drawer>
  );
}
