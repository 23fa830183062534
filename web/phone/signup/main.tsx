import { mount } from '../mount';
import { SignupPage } from './SignupPage';

mount(<SignupPage />, { retry: 1 });
