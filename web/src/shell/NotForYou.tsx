import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Link } from 'react-router';
import { Empty } from '../ui/Empty';
import { Splash } from './Splash';

export function NotForYou() {
  return (
    <Splash>
      <Empty icon={IconLock} title="This page is for the provider">
        It shows the standing of each Client business. Your account works at the desk.
      </Empty>
      <Button component={Link} to="/">
        Go to the desk
      </Button>
    </Splash>
  );
}
