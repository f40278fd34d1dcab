import '@fontsource-variable/libre-franklin/wght.css';
import '@fontsource-variable/newsreader/opsz.css';
import '@fontsource-variable/newsreader/opsz-italic.css';
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { configure } from 'storybook/test';
import manifest from '../dist/custom-elements.json' with { type: 'json' };
import { defineAll } from '../src/index.js';
import '../src/styles/broadsheet.css';
import './preview.css';

defineAll();
setCustomElementsManifest(manifest);
// What loads late takes its time on a busy machine; a play that waits ends as soon as it is there.
configure({ asyncUtilTimeout: 15_000 });

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    controls: { expanded: true },
    options: { storySort: { order: ['The Prague article', '*'] } },
  },
  initialGlobals: { theme: 'light', direction: 'ltr' },
  globalTypes: {
    theme: {
      description: 'Colours',
      toolbar: {
        icon: 'mirror',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
        ],
      },
    },
    direction: {
      description: 'Direction of writing',
      toolbar: {
        icon: 'transfer',
        dynamicTitle: true,
        items: [
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
      },
    },
  },
  decorators: [
    (story, { globals }) => {
      const page = document.documentElement;
      page.style.colorScheme = globals.theme === 'dark' ? 'dark' : 'light';
      page.dir = globals.direction === 'rtl' ? 'rtl' : 'ltr';
      page.lang ||= 'en';
      return story();
    },
  ],
};
export default preview;
