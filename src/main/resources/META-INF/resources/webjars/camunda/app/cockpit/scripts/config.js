import '../../ensemble/signed-out.js';

export default {
  app: {
    name: 'Cockpit',
    vendor: 'Ensemble'
  }
};
