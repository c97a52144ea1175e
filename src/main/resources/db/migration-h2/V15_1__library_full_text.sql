create index timeline_unread on timeline_entry (unread, incident);

create alias if not exists ft_init for 'org.h2.fulltext.FullText.init';
call ft_init();
call ft_create_index('PUBLIC', 'LIBRARY_TEXT', 'WORDS');
-- forgets the words of a database that had this name before, in this very process
call ft_reindex();
