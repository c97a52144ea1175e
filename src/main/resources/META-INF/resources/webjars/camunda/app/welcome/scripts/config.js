import '../../ensemble/signed-out.js';

export default {
  app: {
    name: 'Welcome',
    vendor: 'Ensemble'
  }
};
