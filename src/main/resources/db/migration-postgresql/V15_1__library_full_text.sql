create index timeline_unread on timeline_entry (incident) where unread;

create index library_full_text on library_text using gin (array_to_tsvector(string_to_array(words, ' ')));
