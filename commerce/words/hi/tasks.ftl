## What people are to do or to answer.

tasks-title = करने के काम
tasks-says = { $count ->
    [0] कुछ करना बाक़ी नहीं है।
    [one] एक काम है: { $first }
   *[other] { $count } काम हैं। पहला: { $first }
}
tasks-column-number = नं.
tasks-column-what = क्या
tasks-column-whose = किसका
tasks-column-due = कब तक
tasks-anybody = कोई भी
task-status = काम
task-open = बाक़ी
task-done = हो गया
task-yes = हाँ
task-no = नहीं
task-finish-title = काम { $number } हो गया: { $title }
task-answer-title = { $number } का जवाब: { $title }
task-finished = काम { $number } सूची से हटा।
task-answered = सवाल { $number } का जवाब दिया: { $answer }।
task-button-done = { $number } हो गया
task-button-yes = { $number } को हाँ
task-button-no = { $number } को ना
tasks-of-me = मेरे
tasks-of-team = सबके
task-answer-yes = हाँ
task-answer-no = नहीं
form-task = काम
form-answer = जवाब
error-task-several = { $count } काम हो सकते हैं। नंबर बताइए।
error-task-not-done = काम { $number } पूरा नहीं है, या सवाल था।
web-act-finish_task = काम हो गया
web-act-answer_task = सवाल का जवाब दें
web-place-tasks = करने के काम
web-place-tasks-line = वर्कफ़्लो लोगों से क्या करने या बताने को कहते हैं।
form-of = किसके
