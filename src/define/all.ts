import { defineAll } from '../elements.js';

defineAll();
