/** What a box beside the story may hold. */
export const factboxKinds = ['facts', 'takeaways', 'questions', 'definition', 'profile'] as const;
