import '../../ensemble/signed-out.js';

export default {
  app: {
    name: 'Admin',
    vendor: 'Ensemble'
  }
};
