package dev.ensemble.api;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What a caller takes for an answer. Who cannot be understood gets what there is: a problem, too, has to be told somehow. */
@Configuration
class Accepted implements WebMvcConfigurer {

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
        var asTheHeaderSays = new HeaderContentNegotiationStrategy();
        configurer.strategies(List.of(request -> accepted(asTheHeaderSays, request)));
    }

    private static List<MediaType> accepted(HeaderContentNegotiationStrategy header, NativeWebRequest request) {
        try {
            return header.resolveMediaTypes(request);
        } catch (HttpMediaTypeNotAcceptableException e) {
            return List.of(MediaType.ALL);
        }
    }
}
