## What people are to do or to answer.

tasks-title = Karne ke kaam
tasks-says = { $count ->
    [0] Kuch karna baaki nahi hai.
    [one] Ek kaam hai: { $first }
   *[other] { $count } kaam hain. Pehla: { $first }
}
tasks-column-number = No.
tasks-column-what = Kya
tasks-column-whose = Kiska
tasks-column-due = Kab tak
tasks-anybody = koi bhi
task-status = task
task-open = baaki
task-done = ho gaya
task-yes = haan
task-no = nahi
task-finish-title = Task { $number } ho gaya: { $title }
task-answer-title = { $number } ka jawab: { $title }
task-finished = Task { $number } list se hata.
task-answered = Sawaal { $number } ka jawab diya: { $answer }.
task-button-done = { $number } ho gaya
task-button-yes = { $number } ko haan
task-button-no = { $number } ko na
tasks-of-me = mere
tasks-of-team = sabke
task-answer-yes = haan
task-answer-no = nahi
form-task = Task
form-answer = Jawab
error-task-several = { $count } task ho sakte hain. Number batao.
error-task-not-done = Task { $number } poora nahi hai, ya sawaal tha.
web-act-finish_task = Task ho gaya
web-act-answer_task = Sawaal ka jawab do
web-place-tasks = Karne ke kaam
web-place-tasks-line = Workflow logon se kya karne ya batane ko kehte hain.
form-of = Kiske
