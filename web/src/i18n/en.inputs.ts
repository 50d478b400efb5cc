/** Words of inputs and the cameras that show them. */
export const inputs = {
  inputs: {
    title: 'Inputs',
    input: 'Input',
    none: 'The device has told of no input.',
    silent: 'The device could not be asked: {{why}}. Shown is what is known of it.',
    cameras: 'Cameras that show it',
    choose: 'Cameras…',
    active: 'Active',
    inactive: 'At rest',
    unknown: 'Not told yet',
    bindTitle: 'Cameras for {{input}}',
    bindText: 'When something happens at this input, these cameras show it, the first one first.',
    add: 'Add a camera',
    up: 'Move {{name}} up',
    takeAway: 'Take {{name}} away',
  },
};
