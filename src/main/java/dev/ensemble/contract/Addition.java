package dev.ensemble.contract;

import io.swagger.v3.oas.models.OpenAPI;

/** Something that the code does not tell, put into what it does. */
interface Addition {

    void to(OpenAPI contract);
}
