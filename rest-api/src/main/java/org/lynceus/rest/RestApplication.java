package org.lynceus.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.lynceus.rest.shared.Problem;

/** The API under {@code /api/v1}; its description is generated from this module's annotations. */
@ApplicationPath("/v1")
@OpenAPIDefinition(
    info =
        @Info(
            title = "Lynceus",
            version = "v1",
            description =
                "Video-surveillance management center. Errors are RFC 9457 problems; lists are"
                    + " keyset pages; a version travels as ETag and comes back as If-Match.",
            license = @License(name = "Apache-2.0", identifier = "Apache-2.0")),
    components =
        @Components(
            responses =
                @APIResponse(
                    name = "Problem",
                    description = "RFC 9457 problem",
                    content =
                        @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = Problem.class)))))
public class RestApplication extends Application {}
